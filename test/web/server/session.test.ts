/** Sessions of people who logged in: how long they last, and how many there may be. */
import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { Gate } from '../../../web/server/guard.ts';

const TOKEN = 'correct horse battery staple';
const HOUR = 3_600_000;

/** A gate with a clock that the test moves, and a way to log in. */
function gateAt() {
  const clock = { now: 0 };
  const gate = new Gate(TOKEN, '/', () => clock.now);
  const logIn = (): Request => {
    let cookie = '';
    const response = {
      req: { secure: false },
      cookie: (name: string, value: string) => {
        cookie = `${name}=${value}`;
      },
    } as unknown as Response;
    expect(gate.logIn(TOKEN, response)).toBe(true);
    return { headers: { cookie } } as Request;
  };
  return { clock, gate, logIn };
}

test('a session ends twelve hours after it was last used', () => {
  const { clock, gate, logIn } = gateAt();
  const request = logIn();
  clock.now += 11.9 * HOUR;
  expect(gate.admits(request)).toBe(true);
  clock.now += 11.9 * HOUR;
  expect(gate.admits(request)).toBe(true);
  clock.now += 12.1 * HOUR;
  expect(gate.admits(request)).toBe(false);
  expect(gate.admits(request)).toBe(false);
});

test('of a thousand sessions the one used longest ago gives way', () => {
  const { gate, logIn } = gateAt();
  const first = logIn();
  const second = logIn();
  expect(gate.admits(first)).toBe(true);
  for (let i = 0; i < 999; i++) logIn();
  expect(gate.admits(second)).toBe(false);
  expect(gate.admits(first)).toBe(true);
});
