"use client";

import { SearchX, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RESTORABLE_DAYS } from "#lib/core/keys/trash.ts";

export const NothingDeleted = () => (
	<EmptyState
		icon={<Trash2 />}
		title="The trash is empty"
		text={`Keys that somebody deletes, or that nobody uses for too long, come here for ${RESTORABLE_DAYS} days.`}
	/>
);

export const NothingFound = ({ onClear }: { onClear: () => void }) => (
	<div role="status">
		<EmptyState icon={<SearchX />} title="Nothing found" text="No deleted key matches the search.">
			<Button onClick={onClear}>Clear the search</Button>
		</EmptyState>
	</div>
);
