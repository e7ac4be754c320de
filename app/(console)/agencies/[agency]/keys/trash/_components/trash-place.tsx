"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { KeyPlace } from "../../actions.ts";

const TrashPlaceContext = createContext<KeyPlace | null>(null);

/** Where the trash stands: what is restored from it is restored there. */
export function useTrashPlace() {
	const place = useContext(TrashPlaceContext);
	if (!place) throw new Error("the trash is used outside of its place");
	return place;
}

export const TrashPlaceProvider = ({ place, children }: { place: KeyPlace; children: ReactNode }) => (
	<TrashPlaceContext value={place}>{children}</TrashPlaceContext>
);
