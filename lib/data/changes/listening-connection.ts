import { Socket } from "node:net";
import pg from "pg";
import { z } from "zod";

/** A connection that is not up after this long is given up. */
const CONNECT_MS_MAX = 1_000;

type Heard = { onNotification: (channel: string, payload: string) => void; onGone: () => void };

const BeatRow = z.object({ database_now: z.date(), instances: z.number(), renewed: z.boolean() });
export type BeatReply = z.output<typeof BeatRow>;

export const ownChannel = (instanceId: string) => `latchkey_${instanceId.replaceAll("-", "")}`;

/**
 * One connection that listens and does nothing that could make it wait: no transactions, no work of others. A proxy
 * that shares connections among transactions must not stand before it.
 */
export class ListeningConnection {
	readonly #client: pg.Client;
	readonly #socket = new Socket();
	#gone = false;
	#last: Promise<unknown> = Promise.resolve();

	constructor(url: string, { onNotification, onGone }: Heard) {
		this.#client = new pg.Client({
			connectionString: url,
			application_name: "latchkey changes",
			connectionTimeoutMillis: CONNECT_MS_MAX,
			keepAlive: true,
			stream: () => this.#socket,
		});
		const gone = () => {
			if (this.#gone) return;
			this.destroy();
			onGone();
		};
		// Without a listener for errors the end of the database would be the end of the process.
		this.#client.on("error", gone);
		this.#client.on("end", gone);
		this.#client.on("notification", ({ channel, payload = "" }) => onNotification(channel, payload));
	}

	/** Connects and listens. Rejects, and leaves nothing open, when that takes too long. */
	async open(channels: readonly string[]) {
		const timer = setTimeout(() => this.destroy(), CONNECT_MS_MAX);
		try {
			await this.#client.connect();
			// An identifier that is made of a constant and of hexadecimal digits needs no quoting.
			await this.#client.query(channels.map((channel) => `listen ${channel}`).join("; "));
			if (this.#gone) throw new Error("the connection took too long");
		} catch (error) {
			this.destroy();
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	async beat(instanceId: string, name: string, beat: number, leaseMs: number): Promise<BeatReply> {
		const result = await this.#query("select * from latchkey_beat($1, $2, $3, $4)", [
			instanceId,
			name,
			beat,
			leaseMs,
		]);
		return BeatRow.parse(result.rows[0]);
	}

	async notify(channel: string, payload: string) {
		await this.#query("select pg_notify($1, $2)", [channel, payload]);
	}

	/** One question at a time, as the driver wants it. */
	#query(text: string, values: unknown[]) {
		const answer = this.#last.then(() => this.#client.query(text, values));
		this.#last = answer.catch(() => {});
		return answer;
	}

	/** Lets go at once. A connection whose other end has fallen silent cannot be closed in any other way. */
	destroy() {
		this.#gone = true;
		this.#socket.destroy();
	}
}
