"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Building2, Check, ChevronsUpDown, MapPin } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { useTransition } from "react";
import { leavePage } from "#components/actions/leave-page.ts";
import { cn } from "#components/ui/class-names.ts";
import { NothingFound, SearchBox } from "#components/ui/combobox.tsx";
import { itemStyle, popupStyle } from "#components/ui/control-style.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { HeaderPlace } from "./console-header.tsx";
import { placeHref } from "./place-href.ts";
import { type ViewGroup, type ViewOption, viewGroups } from "./view-options.ts";

/** Says where you are, and takes you elsewhere. */
export function ViewSwitch({ places }: { places: readonly HeaderPlace[] }) {
	const params = useParams<{ agency?: string; location?: string }>();
	const router = useRouter();
	const [pending, startTransition] = useTransition();

	const groups = viewGroups(places);
	const here = placeHref(params);
	const current = groups.flatMap((group) => group.items).find((option) => option.value === here) ?? null;
	const go = (option: ViewOption) => leavePage(() => startTransition(() => router.push(option.value)));

	return (
		<Base.Root<ViewOption, false, ViewGroup>
			items={groups}
			value={current}
			onValueChange={(option) => option && option.value !== here && go(option)}
			itemToStringLabel={(option) => `${option.label} ${option.agencyName}`}
			isItemEqualToValue={(option, other) => option.value === other.value}
			autoHighlight
		>
			<Base.Trigger
				aria-label={current ? `Switch view: ${current.label} ${current.agencyName}` : "Choose a view"}
				className="flex h-10 min-w-0 max-w-80 items-center gap-2 rounded-md px-2 text-start hover:bg-hover data-popup-open:bg-hover any-pointer-coarse:h-11"
			>
				<ViewIcon kind={current?.kind ?? "agency"} />
				<span className="min-w-0 leading-tight">
					<span className="block truncate text-sm font-medium">{current?.label ?? "Choose a view"}</span>{" "}
					{current && <span className="block truncate text-xs text-ink-muted">{current.agencyName}</span>}
				</span>
				{pending ? (
					<Spinner className="size-4 shrink-0 text-ink-muted" />
				) : (
					<ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-muted" />
				)}
			</Base.Trigger>
			<Base.Portal>
				<Base.Positioner align="start" sideOffset={6} className="z-50 outline-none">
					<Base.Popup
						aria-label="Switch view"
						className={cn(
							popupStyle,
							"flex max-h-[min(26rem,var(--available-height))] w-80 flex-col overflow-hidden",
						)}
					>
						<SearchBox label="Search views" />
						<NothingFound />
						<Base.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 data-empty:p-0">
							{(group: ViewGroup) => <Group key={group.value} group={group} />}
						</Base.List>
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

const Group = ({ group }: { group: ViewGroup }) => (
	<Base.Group
		items={group.items}
		className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
	>
		<Base.GroupLabel className="truncate px-2 pt-1.5 pb-1 text-xs font-medium text-ink-muted">
			{group.value}
		</Base.GroupLabel>
		<Base.Collection>
			{(option: ViewOption) => (
				<Base.Item key={option.value} value={option} className={itemStyle}>
					<ViewIcon kind={option.kind} />
					<span className="min-w-0 flex-1 truncate">{option.label}</span>
					<Base.ItemIndicator className="text-accent-ink">
						<Check aria-hidden className="size-4" />
					</Base.ItemIndicator>
				</Base.Item>
			)}
		</Base.Collection>
	</Base.Group>
);

const ViewIcon = ({ kind }: { kind: ViewOption["kind"] }) =>
	kind === "agency" ? (
		<Building2 aria-hidden className="size-4 shrink-0 text-ink-muted" />
	) : (
		<MapPin aria-hidden className="size-4 shrink-0 text-ink-muted" />
	);
