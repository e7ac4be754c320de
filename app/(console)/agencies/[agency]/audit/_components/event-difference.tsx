"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { cn } from "#components/ui/class-names.ts";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import { eventChanges } from "./event-changes.ts";

/** Before and after, side by side. */
export function EventDifference({ event: { before, after } }: { event: AuditEntry }) {
	const [t, audit] = [useTranslations("audit.difference"), useTranslations("audit")];
	const headingId = useId();
	const { changes, unchanged } = eventChanges(audit, before, after);
	if (changes.length === 0) return null;
	const isChange = before !== null && after !== null;
	return (
		<section aria-labelledby={headingId}>
			<h3 id={headingId} className="mb-2 text-sm font-semibold">
				{t(isChange ? "changed" : "recorded")}
			</h3>
			<div className="overflow-hidden rounded-lg border border-line">
				<table className="w-full table-fixed border-collapse text-sm">
					<thead>
						<tr className="bg-sunken text-start text-xs text-ink-muted">
							<Heading className="w-2/5 sm:w-1/3">{t("field")}</Heading>
							{before && <Heading>{t("before")}</Heading>}
							{after && <Heading>{t(isChange ? "after" : "value")}</Heading>}
						</tr>
					</thead>
					<tbody>
						{changes.map((change) => (
							<tr key={change.field} className="border-t border-line align-top">
								<th scope="row" className="px-3 py-2 text-start font-medium wrap-anywhere">
									{change.field}
								</th>
								{before && <Value text={change.before} isOld={isChange} />}
								{after && <Value text={change.after} isOld={false} />}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{unchanged > 0 && <p className="mt-2 text-xs text-ink-muted">{t("unchanged", { count: unchanged })}</p>}
		</section>
	);
}

const Heading = ({ children, className }: { children: string; className?: string }) => (
	<th scope="col" className={cn("px-3 py-2 font-medium", className)}>
		{children}
	</th>
);

const Value = ({ text, isOld }: { text: string | null; isOld: boolean }) => (
	<td className="px-3 py-2 wrap-anywhere whitespace-pre-line">
		<bdi className={isOld ? "text-ink-muted" : undefined}>{text ?? "–"}</bdi>
	</td>
);
