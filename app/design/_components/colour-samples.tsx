const GROUNDS = ["bg-canvas", "bg-surface", "bg-raised", "bg-sunken", "bg-hover", "bg-accent-soft"] as const;
const SOFT = [
	["bg-good-soft", "text-good"],
	["bg-warn-soft", "text-warn"],
	["bg-bad-soft", "text-bad"],
	["bg-accent-soft", "text-accent-ink"],
	["bg-accent", "text-on-accent"],
	["bg-bad-fill", "text-on-accent"],
] as const;
const EDGES = [
	"border-line",
	"border-line-strong",
	"border-edge",
	"border-accent-edge",
	"border-bad",
] as const;

export const ColourSamples = () => (
	<>
		<ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
			{GROUNDS.map((ground) => (
				<li key={ground} className={`${ground} rounded-lg border border-line p-3 text-sm`}>
					{ground} <span className="text-ink-muted">muted</span> <span className="text-ink-faint">faint</span>
				</li>
			))}
			{SOFT.map(([ground, text]) => (
				<li key={ground} className={`${ground} ${text} rounded-lg p-3 text-sm font-medium`}>
					{text}
				</li>
			))}
		</ul>
		<ul className="flex flex-wrap gap-2">
			{EDGES.map((edge) => (
				<li key={edge} className={`${edge} rounded-lg border-2 bg-surface p-3 text-xs text-ink-muted`}>
					{edge}
				</li>
			))}
		</ul>
	</>
);
