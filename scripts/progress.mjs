const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;
const REMIND_MS = 15_000;

/**
 * Shows which steps are going on and how long each took: a moving line on a terminal, plain lines elsewhere.
 * @param {NodeJS.WriteStream} out
 */
export function createProgress(out = process.stdout) {
	const moving = out.isTTY === true && !process.env.CI;
	/** @type {Map<symbol, { name: string, since: number }>} */
	const running = new Map();
	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	let frame = 0;

	const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
	const wipe = () => moving && out.write("\r\x1b[K");

	function draw() {
		if (running.size === 0) return;
		const names = [...running.values()].map(({ name, since }) => `${name} ${seconds(since)}`).join(", ");
		frame += 1;
		wipe();
		out.write(`${FRAMES[frame % FRAMES.length]} ${names}`.slice(0, (out.columns || 80) - 1));
	}

	function remind() {
		for (const { name, since } of running.values()) out.write(`  still ${name}, ${seconds(since)}\n`);
	}

	/** @param {string} text */
	function print(text) {
		wipe();
		out.write(`${text}\n`);
	}

	return {
		/**
		 * Begins a step. The function it returns ends it, with a line about the result if there is something to say.
		 * @param {string} name
		 */
		begin(name) {
			const id = Symbol(name);
			const since = performance.now();
			running.set(id, { name, since });
			timer ??= setInterval(moving ? draw : remind, moving ? FRAME_MS : REMIND_MS).unref();
			return (/** @type {string | undefined} */ result) => {
				if (running.delete(id) && result) print(`✓ ${result} (${seconds(since)})`);
			};
		},
		print,
		/** Stops drawing; steps that have not ended are left out. */
		end() {
			running.clear();
			clearInterval(timer);
			timer = undefined;
			wipe();
		},
	};
}
