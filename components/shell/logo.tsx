/** The mark and the name. The mark is decoration: the name beside it is the text. */
export const Logo = () => (
	<span className="flex items-center gap-2">
		<svg aria-hidden viewBox="0 0 32 32" className="size-7 shrink-0">
			<rect width="32" height="32" rx="8" fill="#22346f" />
			<path
				d="M16 6.5a5.4 5.4 0 0 0-2.1 10.37V24.6l2.1 1.9 3.3-3-1.7-1.7 1.7-1.7-1.2-1.3v-1.93A5.4 5.4 0 0 0 16 6.5Zm0 3a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z"
				fill="#e8bd62"
			/>
		</svg>
		<span className="text-[0.9375rem] font-semibold tracking-tight">Latchkey</span>
	</span>
);
