// A Node that is too old has to understand this file, if only to say so: nothing here that Node 14 does not know.

const OLDEST = [20, 9];

/** Installs what is missing and runs one of the TypeScript programs beside this file. */
export function enter(program) {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
		console.error(
			"Latchkey needs Node " +
				OLDEST.join(".") +
				" or later, and this is Node " +
				process.versions.node +
				".",
		);
		console.error("Install a newer one from https://nodejs.org and run the same command again.");
		process.exit(1);
	}
	import("./bootstrap.mjs").then((bootstrap) => bootstrap.run(program, process.argv.slice(2)));
}
