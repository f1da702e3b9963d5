/** A server in a process of its own, as the load test needs it: data folder and options as JSON in the arguments. */
import { serve } from '../../../dist/node/server.js';

const options = JSON.parse(process.argv[2]);
const serving = await serve({ port: 0, host: '127.0.0.1', token: null, log: () => {}, ...options });
process.stdout.write(`${serving.url}\n`);
// Whoever started it holds the other end of the standard input.
process.stdin.on('end', () => serving.close().then(() => process.exit(0))).resume();
