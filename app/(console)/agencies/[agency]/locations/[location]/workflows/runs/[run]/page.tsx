import { User } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BackLink } from "#components/shell/back-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { requireLocation } from "#lib/auth/require-context.ts";
import { Id } from "#lib/core/ids.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { getRun } from "#lib/services/workflows/get-run.ts";
import { listNameableParts } from "#lib/services/workflows/list-nameable.ts";
import { orNotFound } from "../../_components/or-not-found.ts";
import { workflowsHref } from "../../_components/place.ts";
import { RefreshButton } from "../../_components/refresh-button.tsx";
import { RunBadge } from "../../_components/workflow-status.tsx";
import { startedText } from "../../_components/workflow-words.ts";
import { RunHistory } from "./_components/run-history.tsx";
import { StopRunButton } from "./_components/stop-run-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("workflows"))("run.title") };
}

export default async function WorkflowRunPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows/runs/[run]">,
) {
	const params = await props.params;
	const t = await textsOf("workflows");
	const { ctx, agency, location, role } = await requireLocation(params.agency, params.location);
	const id = Id.safeParse(params.run);
	const run = id.success ? await orNotFound(getRun(ctx, { runId: id.data })) : notFound();
	if (run.locationId !== location.id) notFound();
	const place = { agency: agency.slug, location: location.slug };
	const mayChange = (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role);

	return (
		<>
			{run.workflow.isDeleted ? (
				<BackLink href={workflowsHref(place)} narrow>
					{t("all")}
				</BackLink>
			) : (
				<BackLink href={`${workflowsHref(place)}/${run.workflow.id}/runs`} narrow>
					{t.rich("run.all", { workflow: run.workflow.name, bdi: MARKS.bdi })}
				</BackLink>
			)}
			<PageFrame
				title={run.contact.name}
				text={
					<span className="flex flex-wrap items-center gap-2">
						<RunBadge state={run.state} />
						{run.workflow.isDeleted && (
							<span>{t.rich("run.deleted", { workflow: run.workflow.name, bdi: MARKS.bdi })}</span>
						)}
						<span>
							{startedText(run.startedBy, t)}, <RelativeTime value={run.startedAt} />
						</span>
					</span>
				}
				action={
					<div className="flex flex-wrap gap-2">
						<Link
							href={`/agencies/${place.agency}/locations/${place.location}/contacts/${run.contact.id}`}
							className={buttonStyle({ look: "quiet" })}
						>
							<User aria-hidden className="size-4" />
							{t("run.contact")}
						</Link>
						<RefreshButton />
						{mayChange && run.state === "RUNNING" && <StopRunButton place={place} run={run} />}
					</div>
				}
				narrow
			>
				<Panel title={t("steps")} text={t("run.stepsText")}>
					<PanelBody>
						<RunHistory run={run} nameable={await listNameableParts(ctx, { locationId: location.id })} />
					</PanelBody>
				</Panel>
			</PageFrame>
		</>
	);
}
