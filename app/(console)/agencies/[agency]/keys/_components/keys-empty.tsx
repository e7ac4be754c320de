"use client";

import { KeyRound, Plus, SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useActions } from "./key-actions.tsx";
import type { KeysKind } from "./keys-columns.tsx";

const TEXTS: Record<KeysKind, { title: string; text: string }> = {
	agency: {
		title: "No agency keys yet",
		text: "An agency key lets one system act on all of your locations, or on those you choose. Make one for each system, so that each can be switched off by itself.",
	},
	locations: {
		title: "No location keys yet",
		text: "A location key acts on a single location. Give one to a system that serves one location only.",
	},
	location: {
		title: "No API keys yet",
		text: "A key lets a system read and change this location's data. Make one for each system, so that each can be switched off by itself.",
	},
};

export function NoKeysYet({ kind, mayChange }: { kind: KeysKind; mayChange: boolean }) {
	const { openDialog, noRoom } = useActions();
	return (
		<EmptyState icon={<KeyRound />} {...TEXTS[kind]}>
			{mayChange && noRoom ? (
				<p className="text-sm text-ink-muted">{noRoom}</p>
			) : mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					Create your first API key
				</Button>
			) : (
				<p className="text-sm text-ink-muted">Somebody with the right to manage keys can create one.</p>
			)}
			<Link
				href="/developers/getting-started"
				className="w-full text-sm text-accent-ink underline underline-offset-2 hover:no-underline"
			>
				What programs do with a key
			</Link>
		</EmptyState>
	);
}

export const NoKeysFound = ({ onClear }: { onClear: () => void }) => (
	<div role="status">
		<EmptyState icon={<SearchX />} title="Nothing found" text="No key matches the search and the filters.">
			<Button onClick={onClear}>Clear filters</Button>
		</EmptyState>
	</div>
);
