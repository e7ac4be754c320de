import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

export const buttonStyle = cva(
	[
		"inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium",
		"transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55",
		"aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:shrink-0",
	],
	{
		variants: {
			look: {
				primary: "bg-accent text-on-accent shadow-card hover:bg-accent-hover",
				secondary: "border border-line-strong bg-surface text-ink shadow-card hover:bg-hover",
				quiet:
					"text-ink-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink",
				danger: "bg-bad-fill text-on-accent shadow-card hover:bg-bad-fill-hover",
			},
			size: {
				small: "h-8 px-2.5 text-[0.8125rem]",
				medium: "h-9 px-3.5 text-sm any-pointer-coarse:h-11",
				large: "h-11 px-4 text-[0.9375rem]",
				icon: "size-8",
			},
		},
		defaultVariants: { look: "secondary", size: "medium" },
	},
);

type ButtonProps = ComponentProps<"button"> &
	VariantProps<typeof buttonStyle> & {
		/** Shows that work is under way; the button keeps its place and its name, and takes no second press. */
		pending?: boolean;
		icon?: ReactNode;
	};

export function Button({ look, size, pending, icon, className, children, onClick, ...rest }: ButtonProps) {
	return (
		<button
			type="button"
			{...rest}
			onClick={pending ? (event) => event.preventDefault() : onClick}
			aria-disabled={pending || rest["aria-disabled"]}
			className={cn(buttonStyle({ look, size }), className)}
		>
			{pending ? <Spinner className="size-4" /> : icon}
			{children}
		</button>
	);
}
