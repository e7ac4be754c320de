import openapiTS, { astToString } from "openapi-typescript";

/** The types of a client, as anybody makes them of an OpenAPI document. */
export const typesOf = async (document: object) => astToString(await openapiTS(JSON.stringify(document)));
