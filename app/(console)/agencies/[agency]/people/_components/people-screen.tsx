import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { listInvitations } from "#lib/services/invitations/list.ts";
import { listPeople } from "#lib/services/people/list.ts";
import type { PeopleSearch } from "../search-params.ts";
import { PEOPLE_HEADING_ID } from "./focus-targets.ts";
import { InvitationsPanel } from "./invitations-panel.tsx";
import { InviteButton } from "./invite-button.tsx";
import { PeopleActionsProvider, type PeopleSite } from "./people-actions.tsx";
import { PeopleTable } from "./people-table.tsx";

type Ctx = Parameters<typeof listPeople>[0];

type PeopleScreenProps = {
	ctx: Ctx;
	site: PeopleSite;
	text: ReactNode;
	mayChange: boolean;
	search: PeopleSearch;
};

/** Both pages of people: the agency's, and a location's. */
export async function PeopleScreen({ ctx, site, text, mayChange, search }: PeopleScreenProps) {
	const t = await textsOf("people");
	return (
		<PeopleActionsProvider key={site.locationId ?? "agency"} site={site}>
			<PageFrame
				title={t("title")}
				text={text}
				headingId={PEOPLE_HEADING_ID}
				action={<InviteButton mayChange={mayChange} />}
			>
				<Panel>
					<Suspense fallback={<TableSkeleton columns={site.locationId ? 5 : 6} />}>
						<Members ctx={ctx} locationId={site.locationId} search={search} />
					</Suspense>
				</Panel>
				<Suspense>
					<Invitations ctx={ctx} locationId={site.locationId} mayChange={mayChange} />
				</Suspense>
			</PageFrame>
		</PeopleActionsProvider>
	);
}

type MembersProps = { ctx: Ctx; locationId: string | null; search: PeopleSearch };

/** An address may name a page that is gone by now: it shows the last one that there is. */
async function Members({ ctx, locationId, search }: MembersProps) {
	const query = { locationId, search: search.q, page: search.page, pageSize: search.size };
	const list = await listPeople(ctx, query);
	if (list.rows.length > 0 || list.total === 0) {
		return <PeopleTable page={{ ...list, page: search.page, size: search.size }} />;
	}
	const page = Math.ceil(list.total / search.size);
	return <PeopleTable page={{ ...(await listPeople(ctx, { ...query, page })), page, size: search.size }} />;
}

type InvitationsProps = { ctx: Ctx; locationId: string | null; mayChange: boolean };

async function Invitations({ ctx, locationId, mayChange }: InvitationsProps) {
	return <InvitationsPanel invitations={await listInvitations(ctx, locationId)} mayChange={mayChange} />;
}
