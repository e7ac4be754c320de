import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { CreateKeyButton } from "./create-key-button.tsx";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { KeyActionsProvider, type KeysSite } from "./key-actions.tsx";

type KeysScreenProps = {
	site: KeysSite;
	text: string;
	mayChange: boolean;
	tabs?: ReactNode;
	/** What holds for all of these keys. */
	notice?: ReactNode;
	children: ReactNode;
};

/** The frame of both key pages; the table may come a moment later. */
export const KeysScreen = ({ site, text, mayChange, tabs, notice, children }: KeysScreenProps) => (
	<KeyActionsProvider key={`${site.level} ${site.locationId}`} site={site}>
		<PageFrame
			title="API keys"
			text={text}
			headingId={KEYS_HEADING_ID}
			action={<CreateKeyButton mayChange={mayChange} />}
			tabs={tabs}
		>
			{notice}
			<Panel>
				<Suspense fallback={<TableSkeleton columns={site.locationId ? 8 : 9} />}>{children}</Suspense>
			</Panel>
		</PageFrame>
	</KeyActionsProvider>
);
