/** Where units run, and how finished ones survive the end of the process. */
export { Journal, type JournalIdentity, type JournalState, peekJournal } from './journal.ts';
export { type PoolOptions, PoolRunner } from './pool.ts';
