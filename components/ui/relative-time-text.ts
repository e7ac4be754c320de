const MINUTE = 60_000;
/** Clocks differ: so little ahead of ours counts as now. */
const SKEW = 20_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on a date says more than a count of days. */
const DATE_FROM = 30 * DAY;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const date = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

/** "4 minutes ago", "in 3 days", "Nov 12, 2026". */
export function relativeTime(value: string, now: number) {
	const distance = new Date(value).getTime() - now;
	const size = Math.abs(distance);
	if (size >= DATE_FROM) return date.format(new Date(value));
	if (size >= DAY) return relative.format(whole(distance / DAY), "day");
	if (size >= HOUR) return relative.format(whole(distance / HOUR), "hour");
	if (size >= MINUTE) return relative.format(whole(distance / MINUTE), "minute");
	return distance > SKEW ? "in a moment" : "just now";
}

/** What is past has passed in full; what lies ahead is told to the nearest. */
const whole = (count: number) => (count < 0 ? Math.trunc(count) : Math.round(count));
