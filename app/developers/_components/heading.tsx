import { Link2 } from "lucide-react";

/** A heading that can be linked to. */
export const Heading = ({ id, text }: { id: string; text: string }) => (
	<h2 id={id} className="group scroll-mt-6 text-lg font-semibold tracking-tight">
		{text}{" "}
		<a
			href={`#${id}`}
			aria-label={`Link to “${text}”`}
			className="inline-block rounded align-middle text-ink-faint opacity-0 group-hover:opacity-100 focus-visible:opacity-100 any-pointer-coarse:opacity-100"
		>
			<Link2 aria-hidden className="size-4" />
		</a>
	</h2>
);
