"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { Clock, Ellipsis, Link2, MailPlus, TriangleAlert, Undo2 } from "lucide-react";
import { useAction } from "#components/actions/use-action.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { InvitationSummary } from "#lib/core/people/person.ts";
import { ROLE_WORDS } from "#lib/core/people/role-words.ts";
import { resendInvitationAction } from "../actions.ts";
import { invitationMenuId } from "./focus-targets.ts";
import { usePeopleActions } from "./people-actions.tsx";

const HEADING_ID = "invitations-heading";

const column = createColumnHelper<typeof features, InvitationSummary>();

const columns = column.columns([
	column.accessor("email", {
		meta: { label: "E-mail", card: "title", className: "md:w-[32%]" },
		cell: ({ row }) => <bdi className="font-medium wrap-anywhere text-ink">{row.original.email}</bdi>,
	}),
	column.accessor("role", {
		meta: { label: "Role" },
		cell: ({ row: { original } }) => (
			<span className="wrap-anywhere">
				{ROLE_WORDS[original.role]}
				{original.location && (
					<span className="text-ink-muted">
						{" "}
						at <bdi>{original.location.name}</bdi>
					</span>
				)}
			</span>
		),
	}),
	column.accessor("invitedByName", {
		meta: { label: "Invited by" },
		cell: ({ row }) => <bdi className="wrap-anywhere">{row.original.invitedByName}</bdi>,
	}),
	column.accessor("sentAt", {
		meta: { label: "Sent" },
		cell: ({ row }) => (
			<span className="whitespace-nowrap">
				<RelativeTime value={row.original.sentAt} />
			</span>
		),
	}),
	column.accessor("expiresAt", {
		meta: { label: "Ends" },
		cell: ({ row: { original } }) =>
			original.isExpired ? (
				<Badge tone="warn" icon={<TriangleAlert aria-hidden />}>
					Expired
				</Badge>
			) : (
				<Badge tone="plain" icon={<Clock aria-hidden />}>
					<RelativeTime value={original.expiresAt} />
				</Badge>
			),
	}),
]);

const menu = column.display({
	id: "menu",
	meta: { label: "Actions", hideLabel: true, card: "corner", className: "md:w-14" },
	cell: ({ row }) => <InvitationMenu invitation={row.original} />,
});

const columnsWithMenu = column.columns([...columns, menu]);

type InvitationsPanelProps = { invitations: InvitationSummary[]; mayChange: boolean };

/** Invitations without an answer. Nothing where there are none. */
export function InvitationsPanel({ invitations, mayChange }: InvitationsPanelProps) {
	const table = useTable({
		features,
		columns: mayChange ? columnsWithMenu : columns,
		data: invitations,
		rowCount: invitations.length,
		getRowId: (invitation) => invitation.id,
		enableSorting: false,
		manualSorting: true,
		manualPagination: true,
	});
	if (invitations.length === 0) return null;
	return (
		<Panel
			className="mt-6"
			title={<span id={HEADING_ID}>Invitations</span>}
			text="Waiting to be accepted. Each link works once, for seven days."
		>
			<div className="border-t border-line">
				<DataTable table={table} labelledBy={HEADING_ID} pending={false} />
			</div>
		</Panel>
	);
}

function InvitationMenu({ invitation }: { invitation: InvitationSummary }) {
	const { site, openDialog } = usePeopleActions();
	const { tellDone, tellFailure } = useToasts();
	const resend = useAction((input) => resendInvitationAction(site.place, input));

	function sendAgain() {
		resend.run(
			{ invitationId: invitation.id, way: "mail" },
			({ message, data }) => {
				if (data.mailed) tellDone(message, { text: "The link before stopped working." });
				else tellFailure("The mail server did not take the mail. Make a link to hand on instead.");
			},
			(refusal) => tellFailure(refusal.message),
		);
	}

	return (
		<Menu>
			<MenuTrigger
				id={invitationMenuId(invitation.id)}
				aria-label={`Actions for the invitation of ${invitation.email}`}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "md:-my-1 any-pointer-coarse:size-10")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{site.sendsMail && (
					<MenuItem icon={<MailPlus />} onClick={sendAgain}>
						Send again
					</MenuItem>
				)}
				<MenuItem icon={<Link2 />} onClick={() => openDialog({ kind: "newLink", invitation })}>
					New link to copy…
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Undo2 />} onClick={() => openDialog({ kind: "withdraw", invitation })}>
					Withdraw…
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
