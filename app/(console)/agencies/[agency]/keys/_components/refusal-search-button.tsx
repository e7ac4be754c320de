"use client";

import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogHeader } from "#components/ui/dialog.tsx";
import { RefusalSearch } from "./refusal-search.tsx";

/** The way from the list of keys to why one of them was refused. */
export function RefusalSearchButton() {
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button icon={<CircleHelp aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
				Why was it refused?
			</Button>
			<Dialog open={open} onOpenChange={setOpen}>
				<DialogHeader
					title="Why was it refused?"
					text="Which rule decided about a request or a key, and what to do."
				/>
				<DialogBody>
					<RefusalSearch />
				</DialogBody>
			</Dialog>
		</>
	);
}
