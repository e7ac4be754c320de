import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ExportLink } from "./export-link.tsx";

export const AUDIT_HEADING_ID = "audit-heading";

type AuditScreenProps = { text: string; exportPath: string; columns: number; children: ReactNode };

/** The frame of both audit pages; the table may come a moment later. */
export const AuditScreen = ({ text, exportPath, columns, children }: AuditScreenProps) => (
	<PageFrame
		title="Audit log"
		text={text}
		headingId={AUDIT_HEADING_ID}
		action={<ExportLink path={exportPath} />}
	>
		<Panel>
			<Suspense fallback={<TableSkeleton columns={columns} />}>{children}</Suspense>
		</Panel>
	</PageFrame>
);
