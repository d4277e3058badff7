<?php

// Lets one person into one room, for ten minutes. Copy this file to app/, and set CODE_ROOM_TEAM_SECRET.
//
//   // routes/web.php
//   Route::middleware('auth')->group(function () {
//       Route::get('/rooms/{room}', fn (string $room) => view('room', ['room' => $room]));
//       Route::get('/rooms/{room}/token', function (Request $request, string $room) {
//           // Whether this person may enter this room is yours to decide, too.
//           // The role is yours to decide: interviewer, candidate or observer.
//           $role = $request->user()->is_staff ? 'interviewer' : 'candidate';
//           $token = RoomToken::make($request->user()->id, $request->user()->name, $room, $role);
//           return response($token)->header('Content-Type', 'text/plain');
//       });
//   });
//
// The room server has the same secret: CODE_ROOM_ISSUERS='[{"iss": "https://team.example", "secret": "…"}]'

namespace App;

class RoomToken
{
    public static function make(int|string $userId, string $name, string $room, string $role): string
    {
        $now = time();
        $claims = ['iss' => 'https://team.example', 'aud' => 'code-room', 'sub' => (string) $userId, 'room' => $room,
            'role' => $role, 'name' => $name, 'iat' => $now, 'exp' => $now + 600, 'jti' => bin2hex(random_bytes(16)),
            'ver' => 1];
        $parts = [['alg' => 'HS256', 'typ' => 'JWT'], $claims];
        $signed = implode('.', array_map(fn ($part) => self::encoded(json_encode($part)), $parts));
        return $signed.'.'.self::encoded(hash_hmac('sha256', $signed, getenv('CODE_ROOM_TEAM_SECRET'), true));
    }

    private static function encoded(string $data): string
    {
        return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
    }
}
