"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { Clock, Ellipsis, Link2, MailPlus, TriangleAlert, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { InvitationSummary } from "#lib/core/people/person.ts";
import { resendInvitationAction } from "../actions.ts";
import { invitationMenuId } from "./focus-targets.ts";
import { usePeopleActions } from "./people-actions.tsx";

const HEADING_ID = "invitations-heading";

const column = createColumnHelper<typeof features, InvitationSummary>();

type T = ReturnType<typeof useTranslations<"people">>;

const columns = (t: T) =>
	column.columns([
		column.accessor("email", {
			meta: { label: t("invite.email"), card: "title", className: "md:w-[32%]" },
			cell: ({ row }) => <bdi className="font-medium wrap-anywhere text-ink">{row.original.email}</bdi>,
		}),
		column.accessor("role", {
			meta: { label: t("role") },
			cell: ({ row }) => <RoleCell invitation={row.original} />,
		}),
		column.accessor("invitedByName", {
			meta: { label: t("invitations.invitedBy") },
			cell: ({ row }) => <bdi className="wrap-anywhere">{row.original.invitedByName}</bdi>,
		}),
		column.accessor("sentAt", {
			meta: { label: t("invitations.sent") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.sentAt} />
				</span>
			),
		}),
		column.accessor("expiresAt", {
			meta: { label: t("invitations.ends") },
			cell: ({ row: { original } }) =>
				original.isExpired ? (
					<Badge tone="warn" icon={<TriangleAlert aria-hidden />}>
						{t("invitations.expired")}
					</Badge>
				) : (
					<Badge tone="plain" icon={<Clock aria-hidden />}>
						<RelativeTime value={original.expiresAt} />
					</Badge>
				),
		}),
	]);

const menu = (t: T) =>
	column.display({
		id: "menu",
		meta: { label: t("actions"), hideLabel: true, card: "corner", className: "md:w-14" },
		cell: ({ row }) => <InvitationMenu invitation={row.original} />,
	});

function RoleCell({ invitation: { role, location } }: { invitation: InvitationSummary }) {
	const [t, shell] = [useTranslations("people.invitations"), useTranslations("shell.roles")];
	const muted = (chunks: ReactNode) => <span className="text-ink-muted">{chunks}</span>;
	return (
		<span className="wrap-anywhere">
			{location
				? t.rich("roleAt", { ...MARKS, muted, role: shell(role), location: location.name })
				: shell(role)}
		</span>
	);
}

type InvitationsPanelProps = { invitations: InvitationSummary[]; mayChange: boolean };

/** Invitations without an answer. Nothing where there are none. */
export function InvitationsPanel({ invitations, mayChange }: InvitationsPanelProps) {
	const t = useTranslations("people");
	const table = useTable({
		features,
		columns: mayChange ? column.columns([...columns(t), menu(t)]) : columns(t),
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
			title={<span id={HEADING_ID}>{t("invitations.title")}</span>}
			text={t("invitations.text")}
		>
			<div className="border-t border-line">
				<DataTable table={table} labelledBy={HEADING_ID} pending={false} />
			</div>
		</Panel>
	);
}

function InvitationMenu({ invitation }: { invitation: InvitationSummary }) {
	const t = useTranslations("people.invitations");
	const { site, openDialog } = usePeopleActions();
	const { tellDone, tellFailure } = useToasts();
	const resend = useAction((input) => resendInvitationAction(site.place, input));

	function sendAgain() {
		resend.run(
			{ invitationId: invitation.id, way: "mail" },
			({ message, data }) => {
				if (data.mailed) tellDone(message, { text: t("oldLinkStopped") });
				else tellFailure(t("notMailed"));
			},
			(refusal) => tellFailure(refusal.message),
		);
	}

	return (
		<Menu>
			<MenuTrigger
				id={invitationMenuId(invitation.id)}
				aria-label={t("actionsFor", { email: invitation.email })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "md:-my-1 any-pointer-coarse:size-10")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{site.sendsMail && (
					<MenuItem icon={<MailPlus />} onClick={sendAgain}>
						{t("sendAgain")}
					</MenuItem>
				)}
				<MenuItem icon={<Link2 />} onClick={() => openDialog({ kind: "newLink", invitation })}>
					{t("newLink")}
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Undo2 />} onClick={() => openDialog({ kind: "withdraw", invitation })}>
					{t("withdraw")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
