import "server-only";
import { redirect } from "next/navigation";
import { processWide } from "#lib/config/process-wide.ts";
import { isSetUp } from "./set-up.ts";

/** Once set up is always set up: this is asked of the database until then, and never again. */
const memory = () => processWide("set-up", () => ({ isDone: false }));

/** Sends a visitor of an installation that nobody has set up to where that is done. */
export async function leadToSetUp() {
	if (memory().isDone) return;
	if (!(await isSetUp())) redirect("/set-up");
	memory().isDone = true;
}
