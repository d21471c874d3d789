import { createServer } from 'node:net';

/** Rejects when a port is taken: VS Code's server would wait for it without a word. */
export async function assertFree(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((done, fail) => {
    probe.once('error', (error) => fail(new Error(`Port ${port} is not free: ${error.message}`)));
    probe.listen(port, '127.0.0.1', done);
  });
  await new Promise((done) => probe.close(done));
}
