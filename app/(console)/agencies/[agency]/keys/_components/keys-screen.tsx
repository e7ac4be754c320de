import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { CreateKeyButton } from "./create-key-button.tsx";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { KeyActionsProvider, type KeysSite } from "./key-actions.tsx";

type KeysScreenProps = {
	site: KeysSite;
	text: string;
	mayChange: boolean;
	tabs?: ReactNode;
	children: ReactNode;
};

/** The frame of both key pages: what it is, what can be done, and the table, which may come a moment later. */
export const KeysScreen = ({ site, text, mayChange, tabs, children }: KeysScreenProps) => (
	<KeyActionsProvider key={`${site.level} ${site.locationId}`} site={site}>
		<div className="mx-auto max-w-screen-2xl sm:px-6 sm:py-6">
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 pt-5 pb-4 sm:px-0 sm:pt-0">
				<div className="min-w-0">
					<h1
						id={KEYS_HEADING_ID}
						tabIndex={-1}
						className="text-xl font-semibold tracking-tight outline-none"
					>
						API keys
					</h1>
					<p className="mt-0.5 text-sm text-ink-muted">{text}</p>
				</div>
				<CreateKeyButton mayChange={mayChange} />
			</div>
			{tabs && <div className="border-b border-line max-sm:px-2 sm:mb-4">{tabs}</div>}
			<div className="border-line bg-surface max-sm:border-t sm:overflow-hidden sm:rounded-xl sm:border sm:shadow-card">
				<Suspense fallback={<TableSkeleton columns={site.locationId ? 8 : 9} />}>{children}</Suspense>
			</div>
		</div>
	</KeyActionsProvider>
);
