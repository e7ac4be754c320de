import { notFound } from "next/navigation";
import { requireLocation } from "#lib/auth/require-context.ts";
import { Id } from "#lib/core/ids.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { getWorkflow } from "#lib/services/workflows/get.ts";
import { listNameableParts } from "#lib/services/workflows/list-nameable.ts";
import { orNotFound } from "../../_components/or-not-found.ts";

type Params = { agency: string; location: string; workflow: string };

/** What the pages of one workflow need, or the page that says "not found". */
export async function loadWorkflow({ workflow: workflowId, ...slugs }: Params) {
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const id = Id.safeParse(workflowId);
	const workflow = id.success ? await orNotFound(getWorkflow(ctx, { workflowId: id.data })) : notFound();
	if (workflow.locationId !== location.id) notFound();
	return {
		ctx,
		location,
		workflow,
		place: { agency: agency.slug, location: location.slug },
		nameable: await listNameableParts(ctx, { locationId: location.id }),
		mayChange: (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role),
	};
}
