"use client";

import { Contact, Plus, SearchX } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useContactActions } from "./contact-actions.tsx";

export function NoContactsYet() {
	const { site, openDialog } = useContactActions();
	return (
		<EmptyState
			icon={<Contact />}
			title="No contacts yet"
			text="Forms make a contact of whoever sends them, and programs add contacts with an API key. Tags sort them, and can start workflows. To see how that works, add one yourself."
		>
			{site.mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					Add your first contact
				</Button>
			) : (
				<p className="text-sm text-ink-muted">A manager of the location can add one.</p>
			)}
		</EmptyState>
	);
}

export const NoContactsFound = ({ onClear }: { onClear: () => void }) => (
	<div role="status">
		<EmptyState icon={<SearchX />} title="Nothing found" text="No contact matches the search and the tag.">
			<Button onClick={onClear}>Clear the search</Button>
		</EmptyState>
	</div>
);
