/** A line between a client and a server that counts what passes. */
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

export interface CountingProxy {
  readonly port: number;
  /** Since the last call: bytes to the client and from it, and requests of HTTP/1.1 without bodies. */
  take(): Traffic;
  stop(): Promise<void>;
}

export interface Traffic {
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly requests: number;
}

/** @param port of the server, on this computer */
export async function startCountingProxy(port: number): Promise<CountingProxy> {
  let counted = { receivedBytes: 0, sentBytes: 0, requests: 0 };
  const sockets = new Set<net.Socket>();
  const server = net.createServer({ noDelay: true }, (client) => {
    const onward = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let end = '';
    client.on('data', (piece: Buffer) => {
      counted.sentBytes += piece.length;
      const text = end + piece.toString('latin1');
      counted.requests += text.split('\r\n\r\n').length - 1;
      end = text.slice(text.endsWith('\r\n\r\n') ? text.length : -3);
    });
    onward.on('data', (piece: Buffer) => (counted.receivedBytes += piece.length));
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.pipe(onward).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    take() {
      const taken = counted;
      counted = { receivedBytes: 0, sentBytes: 0, requests: 0 };
      return taken;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
