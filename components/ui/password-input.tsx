"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "./button.tsx";
import { cn } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { Input } from "./field.tsx";

type EyeProps = { shown: boolean; onPress: () => void; label: string };

const EyeButton = ({ shown, onPress, label }: EyeProps) => (
	<button
		type="button"
		onClick={onPress}
		aria-pressed={shown}
		aria-label={label}
		className={cn(buttonStyle({ look: "quiet", size: "icon" }), "absolute inset-y-0 end-1 my-auto")}
	>
		{shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
	</button>
);

const inputProps = { required: true, autoCapitalize: "none", spellCheck: false } as const;

/** A password with an eye to look at it, inside a Field of ours. */
export function PasswordInput({ eyeLabel, ...rest }: ComponentProps<typeof Input> & { eyeLabel?: string }) {
	const t = useTranslations("ui");
	const [shown, setShown] = useState(false);
	return (
		<div className="relative">
			<Input {...inputProps} {...rest} type={shown ? "text" : "password"} className="pe-11" />
			<EyeButton shown={shown} onPress={() => setShown(!shown)} label={eyeLabel ?? t("showPassword")} />
		</div>
	);
}

/** The same in a plain form, which works without scripts. */
export function PlainPasswordInput({ className, ...rest }: ComponentProps<"input">) {
	const t = useTranslations("ui");
	const [shown, setShown] = useState(false);
	return (
		<div className="relative">
			<input
				{...inputProps}
				{...rest}
				type={shown ? "text" : "password"}
				className={cn(controlStyle, "h-10 pe-11 any-pointer-coarse:h-11", className)}
			/>
			<EyeButton shown={shown} onPress={() => setShown(!shown)} label={t("showPassword")} />
		</div>
	);
}
