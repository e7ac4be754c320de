"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { Combobox } from "#components/ui/combobox.tsx";
import { GroupError } from "#components/ui/field.tsx";
import { MultiCombobox } from "#components/ui/multi-combobox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { PartProps } from "./key-form.tsx";
import { FormPart } from "./key-form-part.tsx";
import { useNoRoom } from "./use-no-room.ts";

type LocationsProps = PartProps & { locations: readonly { id: string; name: string }[] };

const toOptions = (locations: LocationsProps["locations"]) =>
	locations.map(({ id, name }) => ({ value: id, label: name }));

/** Where an agency key may act. */
export function LocationFields({ draft, onChange, errorOf, locations }: LocationsProps) {
	const t = useTranslations("apiKey.form.locations");
	const id = useId();
	const error = errorOf("locationIds");
	return (
		<FormPart id={id} title={t("title")} field="locationIds">
			<RadioCards
				labelledBy={id}
				value={draft.allLocations ? "all" : "chosen"}
				onChange={(choice) => onChange({ allLocations: choice === "all" })}
				cards={[
					{ value: "all", title: t("all"), text: t("allText") },
					{ value: "chosen", title: t("chosen"), text: t("chosenText") },
				]}
			/>
			{!draft.allLocations && (
				<>
					<label htmlFor={`${id}-list`} className="sr-only">
						{t("chosen")}
					</label>
					<MultiCombobox
						id={`${id}-list`}
						values={draft.locationIds}
						onChange={(locationIds) => onChange({ locationIds })}
						options={toOptions(locations)}
						placeholder={t("search")}
						invalid={error !== undefined}
						describedBy={error === undefined ? undefined : `${id}-error`}
					/>
				</>
			)}
			<GroupError id={`${id}-error`}>{error}</GroupError>
		</FormPart>
	);
}

/** Which location a new location key belongs to. */
export function HomeLocationField({ draft, onChange, errorOf, locations, policy }: LocationsProps) {
	const t = useTranslations("apiKey.form.home");
	const id = useId();
	const error = errorOf("locationId");
	const noRoom = useNoRoom(policy, "LOCATION", draft.locationId);
	return (
		<FormPart id={id} title={t("title")} field="locationId" text={t("text")}>
			<Combobox
				label={t("title")}
				value={draft.locationId}
				onChange={(locationId) => onChange({ locationId })}
				options={toOptions(locations)}
				placeholder={t("choose")}
				invalid={error !== undefined}
			/>
			{noRoom && <Notice look="warn">{noRoom}</Notice>}
			<GroupError id={`${id}-error`}>{error}</GroupError>
		</FormPart>
	);
}
