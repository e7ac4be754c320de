/** Columns that can be hidden and moved, as they stand when nobody changed it. */
export const MOVABLE_COLUMNS = [
	"location",
	"role",
	"scopes",
	"status",
	"key",
	"lastUsed",
	"created",
	"createdBy",
] as const;
export type MovableColumn = (typeof MOVABLE_COLUMNS)[number];

export type TableSettings = {
	/** Rows of less height. */
	isDense: boolean;
	/** All columns in their order. */
	columns: readonly { name: MovableColumn; isShown: boolean }[];
};

export const TABLE_SETTINGS_COOKIE = "latchkey-keys-table";
const DENSE = "dense";
const HIDDEN = "-";

export const DEFAULT_SETTINGS: TableSettings = {
	isDense: false,
	columns: MOVABLE_COLUMNS.map((name) => ({ name, isShown: true })),
};

/** "dense.status.-role": whether rows are dense, then the columns, those with a minus hidden. */
export const writeSettings = ({ isDense, columns }: TableSettings) =>
	[...(isDense ? [DENSE] : []), ...columns.map(({ name, isShown }) => (isShown ? name : HIDDEN + name))].join(
		".",
	);

/** Reads what {@link writeSettings} wrote. What it does not know is left out; columns that it misses come last. */
export function readSettings(text: string | undefined): TableSettings {
	const words = (text ?? "").split(".", 40);
	const named = words.flatMap((word) => {
		const name = MOVABLE_COLUMNS.find((one) => one === word || HIDDEN + one === word);
		return name ? [{ name, isShown: !word.startsWith(HIDDEN) }] : [];
	});
	const once = named.filter(({ name }, at) => named.findIndex((one) => one.name === name) === at);
	const missing = DEFAULT_SETTINGS.columns.filter(({ name }) => !once.some((one) => one.name === name));
	return { isDense: words[0] === DENSE, columns: [...once, ...missing] };
}
