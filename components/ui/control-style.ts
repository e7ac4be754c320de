/** What text inputs, selects and comboboxes share, so that they line up in a row. */
export const controlStyle = [
	"w-full min-w-0 rounded-md border border-edge bg-surface px-3 text-sm text-ink shadow-card",
	"placeholder:text-ink-faint any-pointer-coarse:text-base",
	"transition-colors duration-100 not-disabled:hover:border-ink-muted",
	"focus-visible:border-accent-edge focus-visible:outline-2 focus-visible:outline-accent-edge focus-visible:-outline-offset-1",
	"data-popup-open:border-accent-edge",
	"disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-faint disabled:shadow-none",
	"aria-invalid:border-bad data-invalid:border-bad",
].join(" ");

export const popupStyle =
	"pop-motion rounded-lg bg-raised text-ink shadow-pop outline-none max-w-[var(--available-width)]";

export const itemStyle = [
	"flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none",
	"data-highlighted:bg-hover data-disabled:opacity-50 any-pointer-coarse:min-h-10",
].join(" ");
