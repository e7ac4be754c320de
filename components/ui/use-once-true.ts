"use client";

import { useState } from "react";

/** Whether it has ever been true: what was loaded for an opened dialog stays for its closing. */
export function useOnceTrue(isTrue: boolean) {
	const [was, setWas] = useState(isTrue);
	if (isTrue && !was) setWas(true);
	return was || isTrue;
}
