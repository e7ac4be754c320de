import { create } from "qrcode";

/** A QR code as one SVG path over a square of `size` modules. */
export type QrCode = { size: number; path: string };

export function qrCode(text: string): QrCode {
	const { modules } = create(text, { errorCorrectionLevel: "M" });
	const { size } = modules;
	const dark = [...modules.data].flatMap((isDark, index) => (isDark ? [index] : []));
	return { size, path: dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join("") };
}
