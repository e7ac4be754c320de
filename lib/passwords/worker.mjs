// Runs in a worker thread: bcrypt is pure computation and would hold up every other request of the process.
import bcrypt from "bcryptjs";

/** @param {{ secret: string, cost: number } | { secret: string, hash: string }} job */
export default function runPasswordJob(job) {
	return "hash" in job ? bcrypt.compareSync(job.secret, job.hash) : bcrypt.hashSync(job.secret, job.cost);
}
