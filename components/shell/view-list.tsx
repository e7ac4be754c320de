"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import type { ComponentProps, Ref } from "react";
import { useTranslations } from "use-intl/react";
import { cn } from "#components/ui/class-names.ts";
import { NothingFound, SearchBox } from "#components/ui/combobox.tsx";
import { itemStyle, popupStyle } from "#components/ui/control-style.ts";
import { ViewIcon } from "./view-icon.tsx";
import type { ViewGroup, ViewOption } from "./view-options.ts";

type ViewListProps = {
	trigger: ComponentProps<"button">;
	button: Ref<HTMLButtonElement>;
	groups: ViewGroup[];
	current: ViewOption | null;
	onChoose: (option: ViewOption) => void;
};

/** The button with the list of views that it opens. */
export function ViewList({ trigger, button, groups, current, onChoose }: ViewListProps) {
	const t = useTranslations("shell.view");
	return (
		<Base.Root<ViewOption, false, ViewGroup>
			items={groups}
			value={current}
			onValueChange={(option) => option && option.value !== current?.value && onChoose(option)}
			itemToStringLabel={(option) => `${option.label} ${option.agencyName}`}
			isItemEqualToValue={(option, other) => option.value === other.value}
			autoHighlight
		>
			<Base.Trigger {...trigger} ref={button} />
			<Base.Portal>
				<Base.Positioner align="start" sideOffset={6} className="z-50 outline-none">
					<Base.Popup
						aria-label={t("switch")}
						className={cn(
							popupStyle,
							"flex max-h-[min(26rem,var(--available-height))] w-80 flex-col overflow-hidden",
						)}
					>
						<SearchBox label={t("search")} />
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
