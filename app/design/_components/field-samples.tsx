"use client";

import { useState } from "react";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { CodeField } from "#components/ui/code-field.tsx";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";

export function FieldSamples() {
	const [query, setQuery] = useState("Booking");
	return (
		<div className="grid gap-5 sm:grid-cols-2">
			<Field label="Title" hint="What the key is for." required>
				<Input defaultValue="Booking calendar" />
			</Field>
			<Field label="Empty">
				<Input placeholder="203.0.113.0/24" />
			</Field>
			<Field label="Invalid" error="The title is longer than 80 characters.">
				<Input aria-invalid defaultValue="A title that goes on for longer than the line has room for it" />
			</Field>
			<Field label="Disabled" hint="Says why: the agency is suspended.">
				<Input disabled defaultValue="Booking calendar" />
			</Field>
			<Field label="Note">
				<Textarea defaultValue="Grows with what is written." />
			</Field>
			<Field label="Password">
				<PasswordInput defaultValue="correct horse" autoComplete="off" />
			</Field>
			<CodeField label="Code" error={undefined} hint="Six digits from your app." />
			<div>
				<SearchBox label="Search by title" value={query} onChange={setQuery} />
			</div>
		</div>
	);
}
