"use client";

import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import {
	NOTIFICATION_GROUP_NAMES,
	NOTIFICATION_GROUPS,
	type NotificationGroup,
} from "#lib/core/notification-groups.ts";
import { useNotificationsSearch } from "./use-notifications-search.ts";

const ALL = "all";
const EVERYTHING = { value: ALL, label: "All" } as const;
const choiceStyle = "w-auto flex-1 basis-36 sm:max-w-72 sm:flex-none sm:basis-auto";

export function NotificationsToolbar({ agencies }: { agencies: readonly { slug: string; name: string }[] }) {
	const { search, filter, clear, isFiltered, pending } = useNotificationsSearch();
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<Select<NotificationGroup | typeof ALL>
				label="About"
				prefix="About"
				value={search.group ?? ALL}
				onChange={(group) => filter({ group: group === ALL ? null : group })}
				options={[
					{ value: ALL, label: "Everything" },
					...NOTIFICATION_GROUP_NAMES.map((group) => ({
						value: group,
						label: NOTIFICATION_GROUPS[group].label,
					})),
				]}
				className={choiceStyle}
			/>
			{(agencies.length > 1 || search.agency !== null) && (
				<Combobox
					label="Agency"
					prefix="Agency"
					placeholder="All"
					value={search.agency ?? ALL}
					onChange={(agency) => filter({ agency: agency === ALL ? null : agency })}
					options={[EVERYTHING, ...agencies.map(({ slug, name }) => ({ value: slug, label: name }))]}
					className={choiceStyle}
				/>
			)}
			{isFiltered && (
				<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
					Clear filters
				</Button>
			)}
			{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}
