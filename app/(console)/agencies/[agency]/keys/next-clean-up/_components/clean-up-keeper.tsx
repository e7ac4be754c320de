"use client";

import type { ReactNode } from "react";
import { useFocusKeeper } from "../../_components/use-focus-keeper.ts";
import { cleanUpHeading } from "./focus-targets.ts";

type CleanUpKeeperProps = { rows: readonly unknown[]; children: ReactNode };

/** Stays while its rows come and go, the last one too. */
export const CleanUpKeeper = ({ rows, children }: CleanUpKeeperProps) => (
	<div ref={useFocusKeeper(rows, cleanUpHeading)}>{children}</div>
);
