import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { ExportLink } from "./export-link.tsx";
import { AUDIT_HEADING_ID } from "./focus-targets.ts";

type AuditScreenProps = { text: string; exportPath: string; columns: number; children: ReactNode };

/** The frame of both audit pages; the table may come a moment later. */
export async function AuditScreen({ text, exportPath, columns, children }: AuditScreenProps) {
	const t = await textsOf("audit");
	return (
		<PageFrame
			title={t("title")}
			text={text}
			headingId={AUDIT_HEADING_ID}
			action={<ExportLink path={exportPath} />}
		>
			<Panel>
				<Suspense fallback={<TableSkeleton columns={columns} />}>{children}</Suspense>
			</Panel>
		</PageFrame>
	);
}
