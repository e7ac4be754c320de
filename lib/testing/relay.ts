import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { whenDone } from "./when-done.ts";

type Pair = { from: Socket; to: Socket };

/** A way to the database that can fail as networks do. */
export type Relay = {
	url: string;
	/** Ends all connections and takes no new ones. */
	cut: () => void;
	/** Goes on taking connections and bytes, and passes nothing on. */
	hush: () => void;
	/** Passes on what is sent to the database, and none of its answers. */
	loseAnswers: () => void;
	/** All is well again: what was held back is passed on. */
	mend: () => Promise<void>;
};

/** Opens a {@link Relay} that is closed when whoever opened it is done. */
export async function openRelay(targetUrl: string): Promise<Relay> {
	const target = new URL(targetUrl);
	const pairs = new Set<Pair>();
	let passes = { questions: true, answers: true };

	const connectIf = (passes: boolean, source: Socket, target: Socket) => {
		source.unpipe(target);
		if (passes) source.pipe(target);
		else source.pause();
	};
	const pass = ({ from, to }: Pair) => {
		connectIf(passes.questions, from, to);
		connectIf(passes.answers, to, from);
	};
	const setPasses = (next: typeof passes) => {
		passes = next;
		for (const pair of pairs) pass(pair);
	};
	const server = createServer((from) => {
		const pair = { from, to: connect(Number(target.port), target.hostname) };
		pairs.add(pair);
		for (const socket of [pair.from, pair.to]) {
			socket.on("error", () => {});
			socket.on("close", () => {
				pairs.delete(pair);
				pair.from.destroy();
				pair.to.destroy();
			});
		}
		pass(pair);
	});
	const listen = async (port: number) => {
		server.listen(port, "127.0.0.1");
		await once(server, "listening");
	};
	const cut = () => {
		server.close();
		for (const { from, to } of pairs) {
			from.destroy();
			to.destroy();
		}
	};
	await listen(0);
	const { port } = server.address() as AddressInfo;
	whenDone(cut);
	return {
		url: Object.assign(new URL(target), { hostname: "127.0.0.1", port: String(port) }).href,
		cut,
		hush: () => setPasses({ questions: false, answers: false }),
		loseAnswers: () => setPasses({ questions: true, answers: false }),
		async mend() {
			setPasses({ questions: true, answers: true });
			if (!server.listening) await listen(port);
		},
	};
}
