/** A text in which the part that was looked for stands out. */
export function Marked({ text, part }: { text: string; part: string }) {
	const looked = part.trim().toLowerCase();
	const at = looked === "" ? -1 : text.toLowerCase().indexOf(looked);
	if (at === -1) return text;
	const end = at + looked.length;
	return (
		<>
			{text.slice(0, at)}
			<mark className="bg-transparent font-semibold text-accent-ink underline underline-offset-2">
				{text.slice(at, end)}
			</mark>
			{text.slice(end)}
		</>
	);
}
