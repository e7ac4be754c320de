export const backdropStyle = [
	"fixed inset-0 z-40 min-h-dvh bg-black/40 transition-opacity duration-150 dark:bg-black/60",
	"data-ending-style:opacity-0 data-starting-style:opacity-0 supports-[-webkit-touch-callout:none]:absolute",
].join(" ");

export const dialogMotion = [
	"transition-[scale,opacity] duration-150 ease-out",
	"data-ending-style:scale-[0.985] data-ending-style:opacity-0",
	"data-starting-style:scale-[0.985] data-starting-style:opacity-0",
].join(" ");
