"use client";

import { useId, useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { MultiCombobox } from "#components/ui/multi-combobox.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Select } from "#components/ui/select.tsx";
import { Sample, SampleRow } from "./shown.tsx";

const OPTIONS = [
	{ value: "harbour", label: "Harbour" },
	{ value: "hillside", label: "Hillside" },
	{ value: "riverside", label: "Riverside, with a name that does not fit into the line that it has" },
];

const CARDS = [
	{ value: "now", title: "At once", text: "Whoever still sends the old secret is refused." },
	{ value: "later", title: "With an overlap", text: "Both secrets work for a while." },
] as const;

export function ChoiceSamples() {
	const id = useId();
	const [one, setOne] = useState("harbour");
	const [many, setMany] = useState(["harbour", "riverside"]);
	const [when, setWhen] = useState<"now" | "later">("later");
	const [isOn, setIsOn] = useState(true);
	return (
		<>
			<SampleRow>
				<Checkbox checked={isOn} onChange={setIsOn} label="Chosen" />
				<Checkbox checked={!isOn} onChange={(next) => setIsOn(!next)} label="Not chosen" />
				<Checkbox checked={false} mixed onChange={() => setIsOn(!isOn)} label="Some of a group" />
				<Checkbox checked disabled onChange={setIsOn} label="Disabled" />
			</SampleRow>
			<div className="grid gap-4 sm:grid-cols-2">
				<Sample name="select">
					<Select label="Location" value={one} onChange={setOne} options={OPTIONS} />
				</Sample>
				<Sample name="as a filter">
					<Select label="Location" prefix="Location" value={one} onChange={setOne} options={OPTIONS} />
				</Sample>
				<Sample name="can be searched">
					<Combobox label="Location" value={one} onChange={setOne} options={OPTIONS} />
				</Sample>
				<Sample name="invalid">
					<Combobox
						label="Other location"
						placeholder="Choose one"
						value={null}
						onChange={setOne}
						options={OPTIONS}
						invalid
					/>
				</Sample>
			</div>
			<div>
				<label htmlFor={id} className="mb-1.5 block text-xs text-ink-muted">
					several
				</label>
				<MultiCombobox id={id} values={many} onChange={setMany} options={OPTIONS} placeholder="Choose some" />
			</div>
			<div>
				<p id={`${id}-cards`} className="mb-1.5 text-xs text-ink-muted">
					between few things
				</p>
				<RadioCards value={when} onChange={setWhen} cards={CARDS} labelledBy={`${id}-cards`} />
			</div>
		</>
	);
}
