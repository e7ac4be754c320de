import { Link2 } from "lucide-react";

/** A heading that can be linked to. */
export const Heading = ({ id, text }: { id: string; text: string }) => (
	<div className="group flex items-center gap-1">
		<h2 id={id} className="scroll-mt-6 text-lg font-semibold tracking-tight">
			{text}
		</h2>
		<a
			href={`#${id}`}
			aria-label={`Link to “${text}”`}
			className="rounded p-1 text-ink-faint opacity-0 group-hover:opacity-100 focus-visible:opacity-100 any-pointer-coarse:opacity-100 print:hidden"
		>
			<Link2 aria-hidden className="size-4" />
		</a>
	</div>
);
