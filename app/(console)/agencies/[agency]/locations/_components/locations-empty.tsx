"use client";

import { MapPin, Plus, SearchX } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useLocationActions } from "./location-actions.tsx";

export function NoLocationsYet({ mayChange }: { mayChange: boolean }) {
	const { openDialog } = useLocationActions();
	return (
		<EmptyState
			icon={<MapPin />}
			title="No locations yet"
			text="A location is one customer's account or one branch. It has keys that act on it alone, and people who see nothing else. Make one for each."
		>
			{mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					Create your first location
				</Button>
			) : (
				<p className="text-sm text-ink-muted">An owner or admin of the agency can create one.</p>
			)}
		</EmptyState>
	);
}

export const NoLocationsFound = ({ onClear }: { onClear: () => void }) => (
	<div role="status">
		<EmptyState icon={<SearchX />} title="Nothing found" text="No location's name matches the search.">
			<Button onClick={onClear}>Clear the search</Button>
		</EmptyState>
	</div>
);
