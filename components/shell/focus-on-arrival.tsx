"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** When the way to another page took the focus along with what had it, the new page's heading gets it. */
export function FocusOnArrival() {
	const pathname = usePathname();
	const last = useRef(pathname);

	useEffect(() => {
		if (last.current === pathname) return;
		last.current = pathname;
		if (document.activeElement !== document.body) return;
		document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
	}, [pathname]);

	return null;
}
