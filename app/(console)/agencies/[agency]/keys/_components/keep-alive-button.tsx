"use client";

import { HeartPulse } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { KeyPlace } from "../actions.ts";
import { useKeepAlive } from "./use-keep-alive.ts";

type KeepAliveButtonProps = {
	place: KeyPlace;
	keyId: string;
	/** Its words, which name the key. */
	children: ReactNode;
};

export function KeepAliveButton({ place, keyId, children }: KeepAliveButtonProps) {
	const { keepAlive, pending } = useKeepAlive(place);
	return (
		<Button
			size="small"
			pending={pending}
			icon={<HeartPulse aria-hidden className="size-3.5" />}
			onClick={() => keepAlive(keyId)}
		>
			{children}
		</Button>
	);
}
