import { z } from "zod";
import { userChange, userFields, userShape } from "../user.ts";

/** Somebody with a role, bare, whether they are read, made or changed. */
export const User = z.object(userShape).meta({ id: "UserV1" });
export const UserList = z.object({ users: z.array(User) }).meta({ id: "UserListV1" });

export const CreateUser = z.object(userFields).meta({ id: "CreateUserV1" });
export const UpdateUser = z.object(userChange).partial().meta({ id: "UpdateUserV1" });
