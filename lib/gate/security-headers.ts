/** What a page may load and do: its own files, and scripts that carry this answer's nonce. */
export function contentSecurityPolicy(nonce: string, options: { https: boolean; development: boolean }) {
	return [
		"default-src 'none'",
		`script-src 'nonce-${nonce}' 'strict-dynamic'${options.development ? " 'unsafe-eval'" : ""}`,
		// In development Next's own overlay writes styles that carry no nonce.
		options.development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
		// Positions of menus and dialogs are style attributes; they cannot run anything.
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		`connect-src 'self'${options.development ? " ws: wss:" : ""}`,
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"object-src 'none'",
		"frame-ancestors 'none'",
		...(options.https ? ["upgrade-insecure-requests"] : []),
	].join("; ");
}

/** Headers of every answer that is not the API's own. */
export function securityHeaders(csp: string, options: { https: boolean }): Record<string, string> {
	return {
		"Content-Security-Policy": csp,
		"X-Content-Type-Options": "nosniff",
		"X-Frame-Options": "DENY",
		// Not "no-referrer": with it, browsers send forms with "Origin: null", which the gate refuses.
		"Referrer-Policy": "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
		...(options.https && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
	};
}
