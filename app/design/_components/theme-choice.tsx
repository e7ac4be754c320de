"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "#components/ui/button.tsx";

const THEMES = [
	{ name: "light", label: "Light", Icon: Sun },
	{ name: "dark", label: "Dark", Icon: Moon },
	{ name: "system", label: "System", Icon: Monitor },
] as const;

export function ThemeChoice() {
	const { setTheme } = useTheme();
	return (
		<div className="flex flex-wrap gap-2">
			{THEMES.map(({ name, label, Icon }) => (
				<Button key={name} icon={<Icon aria-hidden className="size-4" />} onClick={() => setTheme(name)}>
					{label}
				</Button>
			))}
		</div>
	);
}
