"use client";

import { useId } from "react";
import { Combobox } from "#components/ui/combobox.tsx";
import { GroupError } from "#components/ui/field.tsx";
import { MultiCombobox } from "#components/ui/multi-combobox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { noRoomText } from "#lib/core/policies.ts";
import type { PartProps } from "./key-form.tsx";
import { FormPart } from "./key-form-part.tsx";

type LocationsProps = PartProps & { locations: readonly { id: string; name: string }[] };

const toOptions = (locations: LocationsProps["locations"]) =>
	locations.map(({ id, name }) => ({ value: id, label: name }));

/** Where an agency key may act. */
export function LocationFields({ draft, onChange, errorOf, locations }: LocationsProps) {
	const id = useId();
	const error = errorOf("locationIds");
	return (
		<FormPart id={id} title="Locations" field="locationIds">
			<RadioCards
				labelledBy={id}
				value={draft.allLocations ? "all" : "chosen"}
				onChange={(choice) => onChange({ allLocations: choice === "all" })}
				cards={[
					{ value: "all", title: "All locations", text: "Also those that are added later." },
					{ value: "chosen", title: "Chosen locations", text: "Only the ones on a list." },
				]}
			/>
			{!draft.allLocations && (
				<>
					<label htmlFor={`${id}-list`} className="sr-only">
						Chosen locations
					</label>
					<MultiCombobox
						id={`${id}-list`}
						values={draft.locationIds}
						onChange={(locationIds) => onChange({ locationIds })}
						options={toOptions(locations)}
						placeholder="Search locations"
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
	const id = useId();
	const error = errorOf("locationId");
	const noRoom = noRoomText(policy, "LOCATION", draft.locationId);
	return (
		<FormPart
			id={id}
			title="Location"
			field="locationId"
			text="The key acts on this location alone, for life."
		>
			<Combobox
				label="Location"
				value={draft.locationId}
				onChange={(locationId) => onChange({ locationId })}
				options={toOptions(locations)}
				placeholder="Choose a location"
				invalid={error !== undefined}
			/>
			{noRoom && <Notice look="warn">{noRoom}</Notice>}
			<GroupError id={`${id}-error`}>{error}</GroupError>
		</FormPart>
	);
}
